"""Asks the graph: questions with parameters, runs that only read, results in any format."""
