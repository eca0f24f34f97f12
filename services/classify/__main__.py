"""`python -m services.classify lane` or `python -m services.classify storms`."""

import sys

from services.classify.settings import LaneSettings, StormSettings
from services.classify.wiring import wire_lane, wire_storms
from shared.runtime.launch import launch

match sys.argv[1:]:
    case ["lane"]:
        launch(LaneSettings, wire_lane, station="classify lane")
    case ["storms"]:
        launch(StormSettings, wire_storms, station="classify storms")
    case _:
        raise SystemExit(__doc__)
