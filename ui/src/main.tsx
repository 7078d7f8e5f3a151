import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { client } from './api/client';
import { queryClient } from './api/query-client';
import './kit/tokens.css';
import './kit/kit.css';
import './kit/screens.css';
import { applyTheme } from './kit/settings';
import { warmBoard } from './rooms/incident/use-board';
import { narrowingOf } from './rooms/incident/use-filter';
import { forgetSession } from './rooms/session/use-session';
import { Routes } from './routes';

applyTheme();
if (window.location.pathname === '/') {
  warmBoard(narrowingOf(new URLSearchParams(window.location.search)));
}
client.onSignedOut = forgetSession;

createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={queryClient}>
    <Routes />
  </QueryClientProvider>,
);
