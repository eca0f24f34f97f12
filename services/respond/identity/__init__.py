"""How somebody proves who they are: by a password, or by a token of an identity provider. Who they may be is the
roster's to say, never a token's."""
