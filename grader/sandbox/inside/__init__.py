"""What runs behind the wall: the warm process and its forks. Standard library only."""
