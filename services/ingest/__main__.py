"""`python -m services.ingest`: listens and polls until told to stop."""

from services.ingest.settings import IngestSettings
from services.ingest.wiring import wire
from shared.runtime.launch import launch

if __name__ == "__main__":
    launch(IngestSettings, wire, station="ingest")
