import type { Fault } from '../fault.ts';
import { bodyFaults } from './body-faults.ts';
import { connectionFaults } from './connection-faults.ts';
import { statusFaults } from './status-faults.ts';
import { timeFaults } from './time-faults.ts';

/** Everything that goes wrong, by name. */
export const faults: Readonly<Record<string, Fault>> = {
  ...connectionFaults,
  ...timeFaults,
  ...bodyFaults,
  ...statusFaults,
};

/** @throws RangeError when there is no such fault */
export function faultOf(name: string): Fault {
  const fault = faults[name];
  if (fault === undefined) throw new RangeError(`"${name}" is no fault; see the table`);
  return fault;
}
