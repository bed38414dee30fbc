import { expect, test } from 'vitest';
import { missing, withEntries } from './missing';

test('what findings miss, once each', () => {
  const found = [
    { rule: 'unknown-id', path: 'units[0].at', message: 'no place is called "tets-2"' },
    { rule: 'unknown-id', path: 'units[3].at', message: 'no place is called "tets-2"' },
    { rule: 'unknown-id', path: 'units[0].via[1]', message: 'no place is called "ak-zhol"' },
    { rule: 'unknown-id', path: 'units[0].basis.sources[0]', message: 'no source is called "kloop"' },
    { rule: 'unknown-id', path: 'units[4].at', message: 'no place is called "tets-22"', hint: 'did you mean "tets-2"?' },
    { rule: 'duplicate-id', path: 'places[2].id', message: 'a second place is called "tets-2"' },
  ];
  expect(missing(found, 'places')).toEqual(['tets-2', 'ak-zhol']);
  expect(missing(found, 'sources')).toEqual(['kloop']);
});

test('what is said in French is understood', () => {
  const found = [
    { rule: 'unknown-id', path: 'units[0].at', message: 'aucun lieu ne s’appelle «\u202ftets-2\u202f»', hint: 'la mission n’en compte aucun' },
    { rule: 'unknown-id', path: 'units[1].at', message: 'aucun lieu ne s’appelle "ak-zhol"' },
    { rule: 'unknown-id', path: 'units[4].at', message: 'aucun lieu ne s’appelle «\u202ftets-22\u202f»', hint: 'vouliez-vous dire «\u202ftets-2\u202f»\u202f?' },
  ];
  expect(missing(found, 'places')).toEqual(['tets-2', 'ak-zhol']);
});

test('entries go where the list is', () => {
  expect(withEntries('id: a\nplaces: []\nunits: {csv: u.csv}\n', 'places', ['x', 'y'])).toBe('id: a\nplaces:\n  - {id: "x"}\n  - {id: "y"}\nunits: {csv: u.csv}\n');
  expect(withEntries('places:   # all of them\n# none yet\n- {id: camp}\n', 'places', ['x'])).toBe('places: # all of them\n- {id: "x"}\n# none yet\n- {id: camp}\n');
  expect(withEntries('places:\n    - id: camp\n', 'places', ['x'])).toBe('places:\n    - {id: "x"}\n    - id: camp\n');
  expect(withEntries('id: a', 'sources', ['s"1'])).toBe('id: a\nsources:\n  - {id: "s\\"1"}\n');
});

test('a list that stands elsewhere is not touched', () => {
  expect(withEntries('places: {csv: places.csv}\n', 'places', ['x'])).toBeNull();
  expect(withEntries('places: [{id: camp}]\n', 'places', ['x'])).toBeNull();
});
