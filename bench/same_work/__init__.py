"""One small exercise that all graders can run."""
