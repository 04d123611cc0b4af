package io.duban.journey;

import io.duban.journey.Order.About;
import java.util.List;
import java.util.Map;

/**
 * A row of the file as the ticket it becomes.
 *
 * @param agency who it was for where it comes from; decides the unit here
 * @param complaintType decides how urgent it is here
 * @param ticket the body of the request that accepts it; what the row lacks is left out, for the product to judge
 * @param warnings what looks wrong in the row but cannot be seen by the product
 */
record RequestRow(
        About about, String agency, String complaintType, Map<String, Object> ticket, List<String> warnings) {}
