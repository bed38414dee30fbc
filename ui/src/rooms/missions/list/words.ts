import type { Schemas } from '../../../api/client';
import type { MessageKey } from '../../../lang/lang.svelte';
import type { Order, Stage } from './missions';

export const stageWords: Record<Stage, MessageKey> = {
  asked: 'missions.stateAsked',
  decided: 'missions.stateDecided',
  deploying: 'missions.stateDeploying',
  'in-place': 'missions.stateInPlace',
  withdrawing: 'missions.stateWithdrawing',
  closed: 'missions.stateClosed',
};

export const kindWords: Record<Schemas['MissionLine']['kind'], MessageKey> = {
  deployment: 'missions.kindDeployment',
  withdrawal: 'missions.kindWithdrawal',
  rotation: 'missions.kindRotation',
  evacuation: 'missions.kindEvacuation',
};

export const orderWords: Record<Order, MessageKey> = {
  changed: 'missions.changed',
  title: 'missions.mission',
  state: 'missions.state',
  strength: 'missions.strength',
  margin: 'missions.margin',
};
