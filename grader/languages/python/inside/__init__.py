"""What runs beside a Python submission, in its process. Nothing here knows what is expected."""
