"""`python -m services.classify lane` or `python -m services.classify storms`."""

import sys

from services.classify.settings import LaneSettings, StormSettings
from shared.runtime.launch import launch

match sys.argv[1:]:
    case ["lane"]:
        from services.classify.wiring.lane import wire_lane

        launch(LaneSettings, wire_lane, station="classify lane")
    case ["storms"]:
        from services.classify.wiring.storms import wire_storms

        launch(StormSettings, wire_storms, station="classify storms")
    case _:
        raise SystemExit(__doc__)
