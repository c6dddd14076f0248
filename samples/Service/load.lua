-- What wrk asks, and the line that it prints at the end: requests, requests per second, failures, latencies in µs.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"input":[6.1,2.9,4.7,1.4]}'

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  io.write(string.format("result %d %.0f %d", summary.requests, summary.requests / summary.duration * 1e6, failed))
  for _, percentile in ipairs({ 50, 90, 99, 99.9, 100 }) do
    io.write(string.format(" %d", percentile == 100 and latency.max or latency:percentile(percentile)))
  end
  io.write("\n")
end
