import { Field } from '../../kit/field';
import type { Span } from './span';

interface SpanFieldsProps {
  span: Span;
  zone: string;
  onChange: (span: Span) => void;
}

/** From and until, in wall times of a zone. */
export function SpanFields({ span, zone, onChange }: SpanFieldsProps) {
  return (
    <div className="span-fields">
      <Field
        label="From"
        type="datetime-local"
        required
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.target.value })}
      />
      <Field
        label="Until"
        type="datetime-local"
        required
        value={span.until}
        onChange={(event) => onChange({ ...span, until: event.target.value })}
      />
      <p className="meta">Times of {zone}.</p>
    </div>
  );
}
