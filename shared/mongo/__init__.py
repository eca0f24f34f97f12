"""MongoDB, as this house uses it: majority writes, journaled, primary reads. Only this and stores know Motor."""
