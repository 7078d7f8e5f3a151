import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Waiting } from './kit/screens';
import { InboxPage } from './rooms/incident/InboxPage';
import { Frame } from './rooms/session/Frame';
import { NotFoundPage } from './rooms/session/NotFoundPage';

const IncidentPage = lazy(() => import('./rooms/incident/IncidentPage'));
const ChannelsPage = lazy(() => import('./rooms/channel/ChannelsPage'));
const FeedbackPage = lazy(() => import('./rooms/feedback/FeedbackPage'));
const OutboxPage = lazy(() => import('./rooms/outbox/OutboxPage'));
const ParkedPage = lazy(() => import('./rooms/parked/ParkedPage'));
const PoliciesPage = lazy(() => import('./rooms/policy/PoliciesPage'));
const PolicyPage = lazy(() => import('./rooms/policy/PolicyPage'));
const RulesPage = lazy(() => import('./rooms/rule/RulesPage'));
const WhyPage = lazy(() => import('./rooms/why/WhyPage'));
const PostmortemPage = lazy(() => import('./rooms/postmortem/PostmortemPage'));
const ReviewsPage = lazy(() => import('./rooms/postmortem/ReviewsPage'));
const PeoplePage = lazy(() => import('./rooms/people/PeoplePage'));
const InsightsPage = lazy(() => import('./rooms/measure/InsightsPage'));
const ReportsPage = lazy(() => import('./rooms/report/ReportsPage'));
const ListPage = lazy(() => import('./rooms/measure/ListPage'));
const BoardPage = lazy(() => import('./rooms/measure/BoardPage'));
const BoardEditorPage = lazy(() => import('./rooms/measure/BoardEditorPage'));
const NewBoardPage = lazy(() => import('./rooms/measure/NewBoardPage'));
const BoardsPage = lazy(() => import('./rooms/measure/BoardsPage'));
const SharedBoardPage = lazy(() => import('./rooms/measure/SharedBoardPage'));
const SloPage = lazy(() => import('./rooms/slo/SloPage'));
const SlosPage = lazy(() => import('./rooms/slo/SlosPage'));
const MePage = lazy(() => import('./rooms/me/MePage'));
const CataloguePage = lazy(() => import('./rooms/catalogue/CataloguePage'));
const ServicePage = lazy(() => import('./rooms/catalogue/ServicePage'));
const OnCallPage = lazy(() => import('./rooms/schedule/OnCallPage'));
const EditorPage = lazy(() => import('./rooms/schedule/EditorPage'));
const SchedulePage = lazy(() => import('./rooms/schedule/SchedulePage'));
const BacklogPage = lazy(() => import('./rooms/improvement/BacklogPage'));
const ImprovementPage = lazy(() => import('./rooms/improvement/ImprovementPage'));
const SimulationPage = lazy(() => import('./rooms/simulation/SimulationPage'));
const StatusPage = lazy(() => import('./rooms/status/StatusPage'));
const LoginPage = lazy(() => import('./rooms/session/LoginPage'));
const JoinPage = lazy(() => import('./rooms/session/JoinPage'));

/** The map of the app. */
export function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/login">
          <LoginPage />
        </Route>
        <Route path="/setup/:token">{({ token }) => <JoinPage token={token} />}</Route>
        <Route path="/invitation/:token">{({ token }) => <JoinPage token={token} />}</Route>
        <Route path="/wall/:token">{({ token }) => <SharedBoardPage token={token} />}</Route>
        <Route path="/inbox">
          <Redirect to="/" replace />
        </Route>
        <Route>
          <Frame>
            <Suspense fallback={<Waiting />}>
              <Switch>
                <Route path="/">
                  <InboxPage />
                </Route>
                <Route path="/i/:id">{({ id }) => <IncidentPage key={id} id={id} />}</Route>
                <Route path="/i/:id/postmortem">{({ id }) => <PostmortemPage key={id} id={id} />}</Route>
                <Route path="/reviews">
                  <ReviewsPage />
                </Route>
                <Route path="/outbox">
                  <OutboxPage />
                </Route>
                <Route path="/channels">
                  <ChannelsPage />
                </Route>
                <Route path="/feedback">
                  <FeedbackPage />
                </Route>
                <Route path="/parked">
                  <ParkedPage />
                </Route>
                <Route path="/services">
                  <CataloguePage />
                </Route>
                <Route path="/services/:word">{({ word }) => <ServicePage key={word} word={word} />}</Route>
                <Route path="/on-call">
                  <OnCallPage />
                </Route>
                <Route path="/on-call/new">
                  <EditorPage />
                </Route>
                <Route path="/on-call/:word/edit">{({ word }) => <EditorPage key={word} word={word} />}</Route>
                <Route path="/on-call/:word">{({ word }) => <SchedulePage key={word} word={word} />}</Route>
                <Route path="/simulate">
                  <SimulationPage />
                </Route>
                <Route path="/policies">
                  <PoliciesPage />
                </Route>
                <Route path="/policies/new">
                  <PolicyPage word={null} />
                </Route>
                <Route path="/policies/:word">{({ word }) => <PolicyPage key={word} word={word} />}</Route>
                <Route path="/rules">
                  <RulesPage />
                </Route>
                <Route path="/why/:what/:id">{({ what, id }) => <WhyPage what={what} id={id} />}</Route>
                <Route path="/status-page">
                  <StatusPage />
                </Route>
                <Route path="/insights">
                  <InsightsPage />
                </Route>
                <Route path="/reports">
                  <ReportsPage />
                </Route>
                <Route path="/insights/list">
                  <ListPage />
                </Route>
                <Route path="/insights/boards">
                  <BoardsPage />
                </Route>
                <Route path="/insights/new-board">
                  <NewBoardPage />
                </Route>
                <Route path="/insights/boards/:word/edit">
                  {({ word }) => <BoardEditorPage key={word} word={word} />}
                </Route>
                <Route path="/insights/boards/:word">{({ word }) => <BoardPage key={word} word={word} />}</Route>
                <Route path="/improvements">
                  <BacklogPage />
                </Route>
                <Route path="/improvements/:id">{({ id }) => <ImprovementPage key={id} id={id} />}</Route>
                <Route path="/slos">
                  <SlosPage />
                </Route>
                <Route path="/slos/:word">{({ word }) => <SloPage key={word} word={word} />}</Route>
                <Route path="/me">
                  <MePage />
                </Route>
                <Route path="/people">
                  <PeoplePage />
                </Route>
                <Route>
                  <NotFoundPage />
                </Route>
              </Switch>
            </Suspense>
          </Frame>
        </Route>
      </Switch>
    </Suspense>
  );
}
