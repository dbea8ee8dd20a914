"""Static checks: rules that run inside the box, and the trusted side that reads their answer."""
