import { Component, type ComponentChildren } from 'preact';

interface Props {
  /** Shown where the content could not be drawn. */
  instead: ComponentChildren;
  children: ComponentChildren;
}

/** Keeps one message that cannot be drawn from taking the whole page with it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(): void {
    this.setState({ failed: true });
  }

  override render(): ComponentChildren {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
