"""Python submissions: driven inside the box by `inside.driver`, reached over frames."""
