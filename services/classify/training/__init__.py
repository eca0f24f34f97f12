"""How the model that ships is made: `make model`. Nothing that runs imports this; scikit-learn is needed here only."""
