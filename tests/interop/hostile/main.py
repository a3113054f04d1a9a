"""The suite of hostile clients. After each case the service lives and answers an honest call."""

import sys

from sme.v1 import unit_service_pb2
from standard import health_pb2, health_pb2_grpc

import flood_cases
import frame_cases
import server
import text_cases
from office import Office
from suite import equal, holds

HONEST_CALL_SECONDS = 5


def require_unharmed(office):
    holds(server.is_alive(), "the service has died")
    health = health_pb2_grpc.HealthStub(office.channel).Check(health_pb2.HealthCheckRequest(), timeout=HONEST_CALL_SECONDS)
    equal(health.status, health_pb2.HealthCheckResponse.SERVING, "health after it")
    unit = office.own.ask(office.own.units.GetUnit, unit_service_pb2.GetUnitRequest(name=office.unit), timeout=HONEST_CALL_SECONDS)
    equal(unit.name, office.unit, "unit after it")


if __name__ == "__main__":
    attacked = Office("hostile", 500_000).prepare()
    flood_cases.cases.begin(attacked)
    failed = sum(module.cases.run(attacked, after_each=lambda: require_unharmed(attacked))
                 for module in (frame_cases, flood_cases, text_cases))
    failed += flood_cases.cases.end()
    require_unharmed(attacked)
    sys.exit(1 if failed else 0)
