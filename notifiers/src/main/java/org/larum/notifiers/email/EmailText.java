package org.larum.notifiers.email;

import java.util.List;
import org.larum.notifiers.email.EmailBody.Fact;
import org.larum.notifiers.email.EmailBody.Link;
import org.larum.notifiers.email.EmailBody.Page;

/** The mail for those who read plain text. */
final class EmailText {

    private EmailText() {}

    static String of(Page page) {
        var text = new StringBuilder();
        text.append(page.severity()).append(", ").append(page.lead()).append(".\n\n");
        text.append(page.title()).append("\n\n");
        for (Fact fact : page.facts()) {
            text.append(fact.label()).append(": ").append(fact.value()).append('\n');
        }
        if (page.answer() != null) {
            text.append("\nAcknowledge: ").append(page.answer().toASCIIString());
            text.append("\n(Opening the page changes nothing; its button does.)\n");
        }
        return end(text, page.links(), page.who());
    }

    /** A notice. */
    static String of(String title, String words, List<Link> links, String who) {
        return end(new StringBuilder(title).append("\n\n").append(words).append('\n'), links, who);
    }

    private static String end(StringBuilder text, List<Link> links, String who) {
        text.append('\n');
        for (Link link : links) {
            text.append(link.label())
                    .append(": ")
                    .append(link.to().toASCIIString())
                    .append('\n');
        }
        return text.append("\n-- \n").append(who).append('\n').toString();
    }
}
