"""One package a language: how a submission is staged, built and driven inside the box."""
