import { normalEmail } from '../../store/access.ts';
import type { Caller } from '../api/define-route.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const PAGE_ID = /^[\w-]{8,64}$/;

/** Who calls, as the page says, both percent-encoded where need be; undefined when it says neither. */
export function readCaller(viewer: unknown, page: unknown): Caller | undefined {
  if (typeof viewer !== 'string' || typeof page !== 'string' || !PAGE_ID.test(page)) return undefined;
  try {
    const email = normalEmail(decodeURIComponent(viewer));
    return ADDRESS.test(email) ? { viewer: email, page } : undefined;
  } catch {
    return undefined;
  }
}
