package org.larum.app.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.projections.status.StatusPageView.ShownComponent;

/** The pages on which somebody outside asks to be told by mail, confirms it and ends it. */
final class SubscribeHtml {

    private SubscribeHtml() {}

    /** @param mistake what was wrong with what was asked for before */
    static String form(List<ShownComponent> components, @Nullable String mistake) {
        var body = new StringBuilder("<h1>Mail when something is said</h1>\n<p>You get a mail for each incident and"
                + " maintenance that is published, and for each update of it. First you get one that asks whether you want"
                + " them.</p>\n<form method=\"post\" action=\"/status/subscribe\">\n");
        if (mistake != null) {
            body.append("<p class=\"err\" role=\"alert\">").append(mistake).append("</p>\n");
        }
        body.append("<label>E-mail address<input type=\"email\" name=\"email\" required maxlength=\"254\""
                + " autocomplete=\"email\"></label>\n");
        if (components.size() > 1) {
            body.append("<fieldset><legend>Only for these, or for everything if none is chosen</legend>\n");
            for (var one : components) {
                body.append("<label class=\"pick\"><input type=\"checkbox\" name=\"part\" value=\"")
                        .append(one.ref())
                        .append("\">")
                        .append(StatusHtml.text(one.name()))
                        .append("</label>\n");
            }
            body.append("</fieldset>\n");
        }
        body.append("<button>Ask for mail</button>\n</form>\n");
        return StatusHtml.around("Mail when something is said", body.toString());
    }

    /** @param path where the form goes: nothing is done before, since scanners of mail follow links */
    static String button(String title, String sentence, String path, String label) {
        return StatusHtml.around(
                title,
                "<h1>" + title + "</h1>\n<p>" + sentence + "</p>\n<form method=\"post\" action=\""
                        + StatusHtml.text(path) + "\"><button>" + label + "</button></form>\n");
    }

    static String said(String title, String sentence) {
        return StatusHtml.around(title, "<h1>" + title + "</h1>\n<p>" + sentence + "</p>\n");
    }
}
