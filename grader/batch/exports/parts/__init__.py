"""What formats share: options, text made safe for a file, downloaded sheets, lines in words."""
