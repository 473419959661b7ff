// A Langium language as its own generator lays it out: nothing added, nothing tuned.
import { inject } from 'langium';
import { createDefaultModule, createDefaultSharedModule } from 'langium/lsp';
import { PlansGeneratedModule, PlansGeneratedSharedModule } from './generated/module.ts';

export function createServices(context) {
  const shared = inject(createDefaultSharedModule(context), PlansGeneratedSharedModule);
  const plan = inject(createDefaultModule({ shared }), PlansGeneratedModule);
  shared.ServiceRegistry.register(plan);
  if (!context.connection) shared.workspace.ConfigurationProvider.initialized({});
  return { shared, plan };
}
