import type { ApprovedRegistration, OpenRegistration, Registration } from '../model/registration.ts';

/** Whether the registration was approved at some time, whatever became of it since. */
export function isApproved(registration: Registration): registration is ApprovedRegistration {
  return 'approval' in registration;
}

/** Whether nobody has decided the request yet: `Submitted` or `Returned`. */
export function isOpen(registration: Registration): registration is OpenRegistration {
  return registration.status === 'Submitted' || registration.status === 'Returned';
}
