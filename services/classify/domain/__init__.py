"""What a mention means and when many make a storm: pure, the standard library and the contracts only."""
