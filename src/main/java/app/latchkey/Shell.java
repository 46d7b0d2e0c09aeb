package app.latchkey;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/** What is true of every page: Aura with our colours, push, light and dark, the icon in the tab. */
@Push
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/theme.css")
@StyleSheet("styles/parts.css")
@StyleSheet("styles/doors.css")
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icons/mark.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addLink("icons/doors.webmanifest", Map.of("rel", "manifest"));
        settings.addLink("icons/mark-180.png", Map.of("rel", "apple-touch-icon"));
        settings.addMetaTag("robots", "noindex");
        settings.addMetaTag("theme-color", "#0f3d4c");
    }
}
