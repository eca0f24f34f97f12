"""Which request a fault strikes."""

from deploy.local.townsquare.faults import FaultKind, Faults


def test_a_fault_strikes_its_method_and_path_as_often_as_it_says() -> None:
    faults = Faults()
    fault = faults.arm(FaultKind.ERROR_503, on="POST /api/v1/statuses", times=2)

    assert faults.draw("GET", "/api/v1/statuses/1") is None
    assert faults.draw("POST", "/api/v1/accounts") is None
    assert [faults.draw("POST", "/api/v1/statuses") for _ in range(3)] == [fault, fault, None]
    assert fault.fired == 2


def test_a_star_strikes_every_method() -> None:
    faults = Faults()
    fault = faults.arm(FaultKind.ERROR_503, on="* /api/", times=None)

    assert [faults.draw(method, "/api/v2/instance") for method in ("GET", "DELETE")] == [fault, fault]


def test_chance_repeats_with_its_seed() -> None:
    def struck(seed: int) -> list[bool]:
        faults = Faults()
        faults.arm(FaultKind.ERROR_503, on="* /api/", times=None, probability=0.3, seed=seed)
        return [faults.draw("GET", "/api/") is not None for _ in range(200)]

    assert struck(1) == struck(1)
    assert struck(1) != struck(2)
    assert 30 < sum(struck(1)) < 90


def test_the_first_armed_strikes_and_the_next_takes_over_when_it_is_spent() -> None:
    faults = Faults()
    first = faults.arm(FaultKind.ERROR_503, on="* /api/")
    second = faults.arm(FaultKind.SLOW, on="* /api/")

    assert [faults.draw("GET", "/api/") for _ in range(3)] == [first, second, None]


def test_disarmed_is_over() -> None:
    faults = Faults()
    faults.arm(FaultKind.ERROR_503, on="* /api/")
    faults.disarm()

    assert faults.draw("GET", "/api/") is None
