export { deliverMessages, type Delivery } from './deliver-messages.ts';
export {
  connect,
  listAccountIds,
  relayMessage,
  templateIdsOf,
  type Address,
  type ServiceMessage,
} from './relay-messages.ts';
