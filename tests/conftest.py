"""What holds for all tests: no example is judged by the time that it takes."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "kg", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("kg")
