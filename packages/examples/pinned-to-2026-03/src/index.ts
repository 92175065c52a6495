export { deliverMessages, type Delivery } from './deliver-messages.ts';
