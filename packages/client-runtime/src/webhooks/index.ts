export {
  createWebhookHandler,
  type WebhookHandler,
  type WebhookHandlerOptions,
  type WebhookListeners,
} from './create-webhook-handler.ts';
export { signWebhook, type SignWebhookOptions } from './sign-webhook.ts';
export type {
  AnyWebhookEvent,
  ClientSecret,
  VerifyWebhookOptions,
  WebhookDelivery,
} from './verify-webhook-options.ts';
export { verifyWebhook } from './verify-webhook.ts';
export { WebhookError, type WebhookErrorKind } from './webhook-error.ts';
