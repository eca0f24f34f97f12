"""The networks that answers go out to. `outbound` says what each must be able to do, `freeze` fixes a request body."""
