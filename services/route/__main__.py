"""python -m services.route"""

from services.route.settings import RouteSettings
from services.route.wiring import wire
from shared.runtime.launch import launch

launch(RouteSettings, wire, station="route")
