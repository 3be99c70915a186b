import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | number>>;

/**
 * Sets styles through the object model, `<div ${styled({width: 20})}>`; numbers are pixels. A style attribute,
 * as lit's styleMap writes it first, would be refused by the content security policy.
 */
class StyledDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styled belongs on an element');
  }

  render(_styles: Styles): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [Styles]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles)) {
      style.setProperty(name, typeof value === 'number' ? `${value}px` : value);
    }
    return noChange;
  }
}

export const styled = directive(StyledDirective);
