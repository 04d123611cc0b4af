/** The plan for a province, tried on a model of queues: what a hundred districts would see of the times that were measured for one. */
package io.duban.bench.province;
