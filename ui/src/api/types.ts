/** What this app calls the shapes of the HTTP API. They are generated from its description: `npm run types`. */
import type { components } from './schema';

type Shapes = components['schemas'];

export type Incident = Shapes['IncidentView'];
export type IncidentState = Incident['state'];
export type Severity = Incident['severity'];
export type NextStep = Shapes['NextStep'];
export type Outcome = Shapes['Acted'];
export type Major = Shapes['MajorView'];
export type MajorActed = Shapes['MajorActed'];
export type MajorPreview = Shapes['MajorPreview'];
export type Facets = Shapes['FacetsView'];
export type FacetCount = Shapes['FacetCount'];
export type SavedView = Shapes['SavedView'];
export type FilterWish = Shapes['FilterWish'];
export type ViewWish = Shapes['ViewWish'];
export type BulkOperation = Shapes['Operation'];
export type Entry = Shapes['TimelineView'];
export type Alert = Shapes['AlertView'];
export type AlertState = Alert['state'];
export type Delivery = Shapes['OutboxView'];
export type DeliveryState = Delivery['state'];
export type Actor = Shapes['ActorView'];
export type Named = Shapes['Named'];
export type Person = Shapes['PersonView'];
export type Session = Shapes['SessionView'];
export type Invitation = Shapes['Offered'];
export type Joining = Required<Shapes['Form']>;
export type Invited = Shapes['Invited'];
export type ParkedEvent = Shapes['ParkedEvent'];
export type ParkedPayload = Shapes['ParkedPayload'];
export type ParkedReaders = Shapes['ParkedReaders'];
export type Retried = Shapes['Retried'];
export type SimulationView = Shapes['SimulationView'];
export type SimulatedLine = Shapes['LinePart'];
export type Rule = Shapes['RuleView'];
export type Preview = Shapes['Preview'];
export type MaintenanceWindow = Shapes['WindowView'];
export type WhyStep = Shapes['WhyStep'];
export type Notice = Shapes['NoticeView'];
export type NoticeKind = Notice['kind'];
export type NoticeState = Notice['state'];
export type Visibility = Notice['visibility'];
export type NoticeActed = Shapes['NoticeActed'];
export type NoticeWish = Shapes['NoticeWish'];
export type PostWish = Shapes['PostWish'];
export type PlannedTime = Shapes['PlannedTime'];
export type ServiceOnPage = Shapes['ServiceOnPage'];
export type Lanes = Shapes['LanesView'];
export type LaneMark = Shapes['Mark'];
export type Attachment = Shapes['AttachmentView'];
export type Subscriber = Shapes['Subscriber'];
export type SubscriberList = Shapes['SubscriberList'];
export type ComponentState = Shapes['ComponentView']['state'];
export type ServicesFound = Shapes['CatalogueView'];
export type ServiceLine = Shapes['ServiceLine'];
export type ServicePage = Shapes['ServiceView'];
export type ServiceGraph = Shapes['GraphView'];
export type Neighbours = Shapes['Neighbours'];
export type Health = Shapes['HealthView'];
export type ChangeEntry = Shapes['ChangeView'];
export type IncidentContext = Shapes['ContextView'];
export type FieldError = Shapes['Mistake'];
/** RFC 9457; a proxy in between may say less than Larum does. */
export type Problem = Partial<Shapes['Problem']>;
/** One line of the live stream. */
export type Change = Shapes['LiveChange'];

/** A list of anything; the description names each kind of page. */
export type Page<T> = Omit<Shapes['PageIncidentView'], 'items'> & { items: T[] };
export type Duty = Shapes['DutyView'];
export type ScheduleLine = Shapes['ScheduleLineView'];
export type Plan = Shapes['PlanView'];
export type PlanDay = Shapes['PlanDay'];
export type PlanSpan = Shapes['PlanSpan'];
export type PlanLoad = Shapes['PlanLoad'];
