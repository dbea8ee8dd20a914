"""Python submissions: driven inside the box by `inside.driver`, reached from outside over frames."""
