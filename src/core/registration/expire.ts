import type { PlainDate } from '../calendar/dates.ts';
import type { ExpiredRegistration, Registration } from '../model/registration.ts';
import { ok, type Result, refuse } from '../result.ts';
import { checkMove } from './check-move.ts';
import { factsOf } from './facts-of.ts';

/**
 * The registration as the first daily run after Active until leaves it. `illegal-state` where it is not `Active` or
 * where today still counts. Programme rules, section 2.5.
 */
export function expire(registration: Registration, today: PlainDate): Result<ExpiredRegistration> {
  if (registration.status !== 'Active') {
    return refuse(
      checkMove(registration.status, 'Expired') ?? {
        code: 'illegal-state',
        field: 'lead',
        message: `A registration that is ${registration.status} cannot become Expired while its deal stands.`,
      },
    );
  }
  if (today <= registration.approval.activeUntil) {
    return refuse({
      code: 'illegal-state',
      field: 'lead',
      message: `A registration that is Active cannot become Expired before its last day ${registration.approval.activeUntil} is over.`,
    });
  }
  return ok({ ...factsOf(registration), status: 'Expired', approval: registration.approval });
}
