export { default } from '@apipin/config/vitest';
