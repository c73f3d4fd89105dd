/** Script properties that keep the forms' IDs and addresses. */
export const FORM_PROPERTIES = {
  lead: { id: 'FORM_LEAD_ID', url: 'FORM_LEAD_URL' },
  join: { id: 'FORM_JOIN_ID', url: 'FORM_JOIN_URL' },
} as const;
