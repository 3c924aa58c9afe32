// Facts by their JSON pointers, and what they may be.

export const dayAfter = (iso, days = 1) =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export function setAt(request, pointer, value) {
  const parts = pointer.split('/').slice(1);
  let target = request;
  for (const [index, part] of parts.slice(0, -1).entries()) {
    target[part] ??= /^\d+$/.test(parts[index + 1]) ? [] : {};
    target = target[part];
  }
  target[parts.at(-1)] = value;
  return request;
}

// The one that the action names, that the person is linked to, or that the account belongs to.
const ownOrganization = ({ action, facts: { person } = {} }) =>
  action.organization ??
  person?.associations?.find(({ ended }) => !ended)?.organization ??
  person?.partner_center_account?.organization ??
  'Contoso';

/** Of a fact by its pointer: values that make a difference to some rule, by its type. */
export const answersOf = (catalogue) => {
  const factRows = new Map(catalogue.facts.map((row) => [row.path, row]));
  return (pointer, request) => {
    const row = factRows.get(pointer.replace(/\/\d+(?=\/|$)/g, '/*'));
    const { today } = request;
    const values = row.nullable ? [null] : [];
    switch (row.type) {
      case 'boolean':
        return [...values, true, false];
      case 'choice':
        return row.list ? [[], ...row.values.map((value) => [value])] : [...values, ...row.values];
      case 'integer':
      case 'number':
        return [...values, row.least, row.least + 1, 12, 2000].filter((value) => value <= row.most);
      case 'date': {
        const past = [dayAfter(today, -400), dayAfter(today, -60), dayAfter(today, -1), today];
        const ended = request.facts?.person?.associations?.[pointer.split('/')[4]]?.ended;
        past.push(...(pointer.endsWith('started') && ended ? [ended] : []));
        const alwaysPast = /started$|issued$|deleted_on$|action\/on$|ended$/.test(pointer);
        return [
          ...values,
          ...past,
          ...(alwaysPast ? [] : [dayAfter(today), dayAfter(today, 400)]),
          ...(pointer.endsWith('anniversary') ? ['2021-03-01'] : []),
        ];
      }
      case 'object':
        return row.list
          ? [[], [{ organization: ownOrganization(request), started: today }]]
          : [
              null,
              { organization: ownOrganization(request), kind: 'work' },
              { organization: 'Elsewhere', kind: 'personal' },
            ];
      default:
        return [
          ownOrganization(request),
          request.facts?.person?.partner_center_account?.organization ?? 'Contoso',
          'https://x.example/microsoft',
          'Cloud Business Applications',
        ];
    }
  };
};
