import { expect, test } from 'vitest';
import { mergePatch } from './patch';

const unit = { id: 'kg', people: 150, equipment: { tiger: 8, 'ural-4320': 9 }, via: ['ak-zhol'], basis: { sources: ['kloop'], assumed: 'types' } };

test.each<[string, object, object]>([
  ['nothing', { ...unit }, {}],
  ['a figure', { ...unit, people: 160 }, { people: 160 }],
  ['a count and a type that is gone', { ...unit, equipment: { tiger: 7 } }, { equipment: { tiger: 7, 'ural-4320': null } }],
  ['a list, whole', { ...unit, via: ['ak-zhol', 'korday'] }, { via: ['ak-zhol', 'korday'] }],
  ['a key that is gone', { id: 'kg', people: 150, equipment: unit.equipment, basis: unit.basis }, { via: null }],
  ['a new key', { ...unit, priority: 2 }, { priority: 2 }],
])('%s', (_, after, patch) => expect(mergePatch(unit, after)).toEqual(patch));
