import { Component, type ReactNode } from 'react';
import { Failure } from './screens';

/** Holds a screen that broke: the rest of the app, and the way to other screens, stay. */
export class Mishap extends Component<{ children: ReactNode }, { problem: unknown }> {
  override state = { problem: null };

  static getDerivedStateFromError(problem: unknown) {
    return { problem };
  }

  override render() {
    if (this.state.problem === null) return this.props.children;
    return (
      <div className="screen">
        <Failure
          what="This screen broke. Nothing you did is lost, and pages to people go on as usual."
          problem={this.state.problem}
          onRetry={() => window.location.reload()}
        />
      </div>
    );
  }
}
